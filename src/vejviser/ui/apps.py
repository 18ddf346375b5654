from vejviser.foundation.apps import Package


class Ui(Package):
    name = "vejviser.ui"
    label = "ui"
    default = True
