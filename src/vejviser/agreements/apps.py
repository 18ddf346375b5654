from vejviser.foundation.apps import Package


class Agreements(Package):
    name = "vejviser.agreements"
    label = "agreements"
    default = True
