from vejviser.foundation.apps import Package


class Children(Package):
    name = "vejviser.children"
    label = "children"
    default = True
