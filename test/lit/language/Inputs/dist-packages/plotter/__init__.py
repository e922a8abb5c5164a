"""Draws with another package, where it is asked to."""


class Plot:
    def __painted__(self):
        return self._paint()

    def _paint(self):
        from painter import brush
        return brush.NAME

    def plain(self):
        return "plain"

    def _draw_red(self):
        import painter.red
        return painter.red.NAME

    def draw(self, colour):
        return getattr(self, "_draw_" + colour)()

    def on_air(self):
        import painter.air
        return painter.air.NAME
