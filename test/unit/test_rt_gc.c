/*
 * Tests rt/gc.c against reachability: random graphs of lists and dicts are made, a few nodes are
 * kept, and after a collection exactly what can be reached from those is left, with its contents as
 * they were. Some collections come in the middle of building.
 */
#include "object.h"
#include "unit.h"

UNIT_PROGRAM()

enum { NODES = 120, EDGES = 3, ROUNDS = 60 };

static uint64_t random_state = 1;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % bound;
}

typedef struct Graph {
    Value nodes[NODES];
    int edges[NODES][EDGES]; /* -1: none */
    bool reached[NODES];
} Graph;

static void add_edge(Value from, int index, Value to) {
    if (value_is(from, &rt_type_list))
        CHECK(list_append(from, to) == 0);
    else
        CHECK(dict_set(from, value_from_small_int(index), to) == 0);
}

static void make(Graph *graph, uint32_t density) {
    for (int i = 0; i < NODES; i++) {
        graph->nodes[i] = i % 2 ? list_new(NULL, 0) : dict_new();
        graph->reached[i] = false;
    }
    for (int i = 0; i < NODES; i++) {
        for (int k = 0; k < EDGES; k++) {
            int to = random_below(100) < density ? (int)random_below(NODES) : -1;
            graph->edges[i][k] = to;
            if (to >= 0)
                add_edge(graph->nodes[i], k, graph->nodes[to]);
        }
        if (i == NODES / 2 && density % 2)
            gc_collect(); /* everything made so far is referred to from outside */
    }
}

/* Marks what `node` leads to; answers how many are new. */
static int reach(Graph *graph, int node) {
    if (node < 0 || graph->reached[node])
        return 0;
    graph->reached[node] = true;
    int count = 1;
    for (int k = 0; k < EDGES; k++)
        count += reach(graph, graph->edges[node][k]);
    return count;
}

/* Does the node still hold what was put into it? */
static void check_contents(const Graph *graph, int node) {
    int64_t next = 0;
    for (int k = 0; k < EDGES; k++) {
        if (graph->edges[node][k] < 0)
            continue;
        Value held = value_is(graph->nodes[node], &rt_type_list)
                         ? AS(ListObject, graph->nodes[node])->items[next++]
                         : dict_get_borrow(graph->nodes[node], value_from_small_int(k));
        CHECK(held == graph->nodes[graph->edges[node][k]]);
    }
}

static void test_round(uint32_t density, int kept_count) {
    Graph graph;
    gc_collect();
    int64_t before = mem_live_objects();
    make(&graph, density);
    CHECK_INT(mem_live_objects(), before + NODES);
    int kept[NODES], reached = 0;
    for (int i = 0; i < kept_count; i++) {
        kept[i] = (int)random_below(NODES);
        value_incref(graph.nodes[kept[i]]);
        reached += reach(&graph, kept[i]);
    }
    for (int i = 0; i < NODES; i++)
        value_decref(graph.nodes[i]);
    int64_t cyclic = mem_live_objects() - before - reached;
    CHECK(cyclic >= 0);
    CHECK_INT(gc_collect(), cyclic);
    CHECK_INT(mem_live_objects(), before + reached);
    CHECK_INT(gc_collect(), 0);
    for (int i = 0; i < NODES; i++)
        if (graph.reached[i])
            check_contents(&graph, i);
    for (int i = 0; i < kept_count; i++)
        value_decref(graph.nodes[kept[i]]);
    gc_collect();
    CHECK_INT(mem_live_objects(), before);
}

/* A chain much deeper than the native stack could follow, closed to a ring. */
static void test_long_ring(void) {
    gc_collect();
    int64_t before = mem_live_objects();
    Value first = list_new(NULL, 0), last = value_incref(first);
    for (int i = 0; i < 200000; i++) {
        Value next = list_new(NULL, 0);
        list_append(next, last);
        value_decref(last);
        last = next;
    }
    list_append(first, last);
    value_decref(first);
    value_decref(last);
    CHECK_INT(mem_live_objects(), before + 200001);
    CHECK_INT(gc_collect(), 200001);
    CHECK_INT(mem_live_objects(), before);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    for (int round = 0; round < ROUNDS; round++)
        test_round(10 + (uint32_t)round, round % 7);
    test_long_ring();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
