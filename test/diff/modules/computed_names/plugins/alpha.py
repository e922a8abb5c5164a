name = 'alpha'; print('loading', __name__)
