from gamma import thing
