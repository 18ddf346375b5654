from vejviser.foundation.apps import Package


class Relaylog(Package):
    name = "vejviser.relaylog"
    label = "relaylog"
    default = True
