"""The tags of all parts as one tree (ISO 32000-2, 14.7): for those who have the pages read to them, or reflowed."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf


class Structure:
    """Collects the trees of parts, in their order, into one document's."""

    def __init__(self, pdf: Pdf) -> None:
        """Begins an empty tree for a document."""
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._kids: list[Object] = []
        self._nums: list[Object | int] = []
        self._next = 0

    def add(self, source: Pdf, pages: Sequence[Page]) -> None:
        """Adds the tree of a part, whose pages are in the document already, as ``pages``.

        Pages and links know their elements by numbers that count in each part from 0: those of one part follow on the last one's.
        """
        tree = self._pdf.copy_foreign(source.Root.StructTreeRoot)
        for element in tree.K[0].K:
            element.P = self._document
            self._kids.append(element)
        nums = list(tree.ParentTree.Nums)
        for key, value in zip(nums[::2], nums[1::2], strict=True):
            self._nums += [int(key) + self._next, value]
        for page in pages:
            for holder in _holders(page):
                name = "/StructParents" if "/StructParents" in holder else "/StructParent"
                holder[name] = int(holder[name]) + self._next
        self._next += len(nums) // 2

    def finish(self) -> None:
        """Puts the tree into the document."""
        self._document.K = Array(self._kids)
        self._root.K = Array([self._document])
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._nums)))
        self._root.ParentTreeNextKey = self._next
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)


def _holders(page: Page) -> Iterator[Object]:
    """What of a page has a number in the tree: itself and its links."""
    yield page.obj
    if "/Annots" in page.obj:
        yield from page.obj.Annots
