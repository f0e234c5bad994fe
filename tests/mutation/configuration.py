"""Slips in ``program.toml``."""

from tests.mutation.planting import Mutation, each_line, in_the_configuration, mutation, removed

_EVENT = 3

MUTATIONS: tuple[Mutation, ...] = (
    mutation("zone misspelt", each_line("Asia/Shanghai", "Asia/Shangai"), "unknown-timezone"),
    mutation("zone forgotten", removed("^timezone", at=lambda _: _EVENT), "missing-timezone"),
    mutation(
        "title of the event forgotten", removed("^title", at=lambda _: _EVENT, where=in_the_configuration), "missing-event-title"
    ),
    mutation("setting misspelt", each_line("^subtitle", "subtitel"), "unknown-setting"),
    mutation("setting of a venue misspelt", each_line("^address", "adress"), "unknown-setting"),
    mutation("colour with a digit too few", each_line('^(color = .*)."', r'\1"'), "wrong-setting"),
    mutation("latitude beyond the pole", each_line(r"^latitude = (\d\d)\.", r"latitude = \g<1>2."), "wrong-setting"),
    mutation("quote of a setting not closed", each_line('^(place = .*)"$', r"\1"), "broken-configuration"),
    mutation("comma between values forgotten", each_line('^(aliases = .*?"),', r"\1"), "broken-configuration"),
    mutation("day that there is not", each_line("^(days = .*)2026-10-17", r"\g<1>2026-10-37"), "broken-configuration"),
    mutation("logo misspelt", each_line("logo.png", "log.png"), "missing-photo"),
    mutation("one identity for two venues", each_line('^id = "salt-house"', 'id = "tide-hall"'), "repeated-name"),
    mutation("one alias for two venues", each_line('^(aliases = .*"老码头")', r'\1, "灯塔楼二层灯塔厅"'), "repeated-name"),
)
