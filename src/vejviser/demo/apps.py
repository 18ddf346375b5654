from vejviser.foundation.apps import Package


class Demo(Package):
    name = "vejviser.demo"
    label = "demo"
    default = True
