"""A page's text → its tree: Markdown and HTML as a browser would see them, each character with its place; lines and tables in it."""
