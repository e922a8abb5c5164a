int socket_count;
