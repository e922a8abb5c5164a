value='ext'
