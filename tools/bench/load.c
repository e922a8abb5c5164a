/*
 * load.c — the load generator of the benchmark's network rows: a fixed number of connections to a
 * server on the loopback interface, each of which sends a request, waits for the whole answer, and
 * sends the next.
 *
 *   load echo PORT CONNECTIONS REQUESTS    64 bytes that come back
 *   load http PORT CONNECTIONS REQUESTS    GET with keep-alive; the answer has a content-length
 *   load hold PORT CONNECTIONS             connects, prints a line, holds until its input ends
 *
 * Prints the nanoseconds of wall time that one request took, all connections together.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_ROOM = 4096 };

typedef struct Client {
    int fd;
    size_t have; /* bytes of the current answer that came */
    char answer[ANSWER_ROOM];
} Client;

static char request[512];
static size_t request_size, answer_size; /* answer_size 0: not known before the first one */

static void die(const char *what) {
    perror(what);
    exit(1);
}

static int dial(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
        die("connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

static void ask(Client *client) {
    client->have = 0;
    if (send(client->fd, request, request_size, MSG_NOSIGNAL) != (ssize_t)request_size)
        die("send");
}

/* How long an answer with headers is; 0 if the end of its headers did not come yet. */
static size_t measure_answer(Client *client) {
    client->answer[client->have] = 0;
    const char *end = strstr(client->answer, "\r\n\r\n");
    const char *length = strcasestr(client->answer, "content-length:");
    if (!end)
        return 0;
    return (size_t)(end + 4 - client->answer) + (length ? strtoul(length + 15, NULL, 10) : 0);
}

/* Reads what came; 1 if the answer is complete. */
static int take(Client *client) {
    ssize_t got =
        recv(client->fd, client->answer + client->have, ANSWER_ROOM - 1 - client->have, 0);
    if (got <= 0)
        die("recv");
    client->have += (size_t)got;
    if (!answer_size)
        answer_size = measure_answer(client);
    return answer_size && client->have >= answer_size;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double drive(Client *clients, int count, long requests) {
    int poll = epoll_create1(0);
    long asked = 0, answered = 0;
    double start = now();
    for (int i = 0; i < count; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &clients[i]};
        epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].fd, &event);
        ask(&clients[i]);
        asked++;
    }
    while (answered < requests) {
        struct epoll_event events[64];
        int seen = epoll_wait(poll, events, 64, 10000);
        if (seen == 0)
            errno = ETIMEDOUT;
        if (seen <= 0)
            die("epoll_wait");
        for (int i = 0; i < seen; i++) {
            if (!take(events[i].data.ptr))
                continue;
            answered++;
            if (asked < requests) {
                ask(events[i].data.ptr);
                asked++;
            }
        }
    }
    close(poll);
    return (now() - start) / (double)requests;
}

static void prepare(const char *kind) {
    if (strcmp(kind, "http") == 0) {
        strcpy(request, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load/1.0\r\n"
                        "Accept: */*\r\nConnection: keep-alive\r\n\r\n");
        request_size = strlen(request);
        return;
    }
    request_size = answer_size = 64;
    memset(request, 'x', request_size - 1);
    request[request_size - 1] = '\n';
}

int main(int argc, char **argv) {
    if (argc < 4)
        return 2;
    int port = atoi(argv[2]), count = atoi(argv[3]);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    Client *clients =
        calloc((size_t)count, strcmp(argv[1], "hold") ? sizeof *clients : sizeof(int));
    if (!clients)
        die("calloc");
    prepare(argv[1]);
    if (strcmp(argv[1], "hold") == 0) {
        for (int i = 0; i < count; i++)
            dial(port);
        puts("held");
        fflush(stdout);
        return getchar() == EOF ? 0 : 1;
    }
    for (int i = 0; i < count; i++)
        clients[i].fd = dial(port);
    long requests = atol(argv[4]);
    drive(clients, count, requests / 10 > count ? requests / 10 : count); /* warm up */
    printf("%.1f\n", drive(clients, count, requests));
    free(clients);
    return 0;
}
