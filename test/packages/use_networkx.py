"""Graphs with networkx: paths, trees, components, flows and drawing by text."""
import networkx as nx

graph = nx.Graph()
graph.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("b", "c", 1), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3),
                               ("x", "y", 1)])
graph.add_node("z", color="red")
print(graph, graph.number_of_nodes(), sorted(graph.degree), list(graph.neighbors("b")), graph["a"]["b"], graph.nodes["z"])
print(nx.dijkstra_path(graph, "a", "e"), nx.dijkstra_path_length(graph, "a", "e"), nx.shortest_path(graph, "a", "e"))
print([sorted(part) for part in nx.connected_components(graph)], nx.is_connected(graph), nx.density(graph))
tree = nx.minimum_spanning_tree(graph)
print(sorted(tree.edges(data="weight")))
print({node: round(value, 4) for node, value in nx.betweenness_centrality(graph).items()})
print({node: round(value, 4) for node, value in nx.degree_centrality(graph).items()}, nx.clustering(graph))
dag = nx.DiGraph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket")])
print(list(nx.lexicographical_topological_sort(dag)), nx.is_directed_acyclic_graph(dag), sorted(nx.ancestors(dag, "jacket")))
print(list(nx.topological_generations(dag)), nx.dag_longest_path(dag), sorted(nx.transitive_closure(dag).edges)[:4])
flow = nx.DiGraph()
for u, v, c in (("s", "a", 3), ("s", "b", 2), ("a", "b", 1), ("a", "t", 2), ("b", "t", 3)):
    flow.add_edge(u, v, capacity=c)
print(nx.maximum_flow(flow, "s", "t"), nx.minimum_cut(flow, "s", "t")[0])
grid = nx.grid_2d_graph(3, 3)
print(nx.astar_path(grid, (0, 0), (2, 2)), nx.diameter(grid), nx.is_bipartite(grid), len(list(nx.all_simple_paths(grid, (0, 0), (2, 2)))))
print(list(nx.bfs_edges(grid, (0, 0)))[:4], list(nx.dfs_preorder_nodes(grid, (0, 0)))[:5])
print(nx.to_dict_of_lists(nx.path_graph(4)), nx.node_link_data(nx.path_graph(2)), list(nx.generate_edgelist(graph))[:2])
print(nx.greedy_color(nx.cycle_graph(5)), sorted(map(sorted, nx.find_cliques(nx.complete_graph(4)))), nx.cycle_basis(nx.cycle_graph(3)))
karate = nx.karate_club_graph()
print(karate.number_of_edges(), [sorted(c)[:3] for c in nx.community.label_propagation_communities(karate)])
print(nx.is_isomorphic(nx.cycle_graph(4), nx.grid_2d_graph(2, 2)))
try:
    nx.shortest_path(graph, "a", "x")
except nx.NetworkXNoPath as error:
    print(type(error).__name__, error)
try:
    nx.find_cycle(dag)
except nx.NetworkXNoCycle as error:
    print(error)
print(nx.forest_str(nx.balanced_tree(2, 2)))
print("\n".join(nx.generate_gml(nx.path_graph(2))), list(nx.generate_graphml(nx.path_graph(2)))[0][:20])
