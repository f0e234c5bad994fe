"""The templates of one output, as Jinja reads them: everything is escaped that is not marked as safe, and what is not given is an error."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.resources import templates


def environment(name: str) -> Environment:
    """Those in ``templates/<name>/``. Cards have an environment of their own, which a site's templates may join."""
    return Environment(
        loader=FileSystemLoader(templates(name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
