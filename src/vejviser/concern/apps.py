from vejviser.foundation.apps import Package


class Concern(Package):
    name = "vejviser.concern"
    label = "concern"
    default = True
