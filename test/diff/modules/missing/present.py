VALUE = "present"
