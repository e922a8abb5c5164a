name = 'beta'; print('loading', __name__)
