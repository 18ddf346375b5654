from vejviser.foundation.apps import Package


class Drafts(Package):
    name = "vejviser.drafts"
    label = "drafts"
    default = True
