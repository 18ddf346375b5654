from vejviser.foundation.apps import Package


class Exchange(Package):
    name = "vejviser.exchange"
    label = "exchange"
    default = True
