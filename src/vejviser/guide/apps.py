from vejviser.foundation.apps import Package


class Guide(Package):
    name = "vejviser.guide"
    label = "guide"
    default = True
