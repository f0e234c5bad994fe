"""Puts a price on what a template does, before it is compiled: each turn of a loop, each call of a macro, each block pays when it runs."""

from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer

#: Names of the filters that ``Sandbox`` has for it. No template can name them.
SPENT, JOINED, BOUNDED = "spent ", "joined ", "bounded "
_BODIES = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_SWITCHES = (nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)


def charged(tree: nodes.Template, environment: Environment, included: frozenset[str], name: str | None) -> nodes.Template:
    """The template with its prices. Raises where it turns escaping off, or includes what is not among ``included``."""
    for switch in tree.find_all(_SWITCHES):
        raise TemplateAssertionError("escaping can't be turned off", switch.lineno, name)
    for include in tree.find_all(nodes.Include):
        if not (isinstance(include.template, nodes.Const) and include.template.value in included):
            raise TemplateAssertionError("only a template of the site can be included, by its name", include.lineno, name)
    bodies: list[Any] = [tree, *tree.find_all(_BODIES)]
    for body in bodies:
        body.body.insert(0, nodes.ExprStmt(_price(body), lineno=body.lineno))
    for loop in tree.find_all(nodes.For):
        if loop.test is not None:  # what is left out takes its time too
            loop.test = nodes.Or(_spent(0, loop.lineno), loop.test, lineno=loop.lineno)
    _Bounds().visit(tree)
    tree.set_environment(environment)
    return tree


def _price(body: nodes.Node) -> nodes.Filter:
    """The letters that stand in a part of a template as they are, those of the parts in it too."""
    texts = (node.data for node in body.find_all(nodes.TemplateData))
    values = (node.value for node in body.find_all(nodes.Const))
    return _spent(sum(len(text) for text in (*texts, *values) if isinstance(text, str)), body.lineno)


def _spent(letters: int, line: int) -> nodes.Filter:
    return _filter(nodes.Const(letters), SPENT, line)


def _filter(node: nodes.Expr, name: str, line: int) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=line)


class _Bounds(NodeTransformer):
    """Wraps what makes texts and lists of others: doubled forty times, one letter would fill any memory."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``a ~ b``."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), JOINED, node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``[a, b]``."""
        self.generic_visit(node)
        return _filter(node, BOUNDED, node.lineno)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``{a: b}``."""
        self.generic_visit(node)
        return _filter(node, BOUNDED, node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``a == b``, ``a in b``: to look through a long text takes its time."""
        self.generic_visit(node)
        node.expr = _filter(node.expr, BOUNDED, node.lineno)
        for operand in node.ops:
            operand.expr = _filter(operand.expr, BOUNDED, node.lineno)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``a[1:]``."""
        self.generic_visit(node)
        return _filter(node, BOUNDED, node.lineno) if isinstance(node.arg, nodes.Slice) else node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 - Jinja's way
        """``(a, b)``, but not the names that a loop gives to the parts of one."""
        self.generic_visit(node)
        return _filter(node, BOUNDED, node.lineno) if node.ctx == "load" else node
