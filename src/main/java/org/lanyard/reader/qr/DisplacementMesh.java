package org.lanyard.reader.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * Displacements of a crumpled ticket's modules from a plane, in modules: at nodes, linearly interpolated between. Grown from
 * the finder patterns, where nothing is displaced: each node starts at its neighbours' extrapolation and moves to the place
 * with most contrast.
 */
final class DisplacementMesh {

    static final DisplacementMesh FLAT = new DisplacementMesh(0, 2);

    private static final double SPACING = 3.6;
    // Modules on each side of a node that are looked at.
    private static final int REACH = 2;
    // Offset of the four points at which a module is sampled.
    private static final double TAP = 0.27;
    // Share of the contrast lost for each squared module away from the extrapolation.
    private static final double STIFFNESS = 0.12;
    private static final double[] PASSES = {0.4, 0.2};
    private static final double LAST_STEP = 0.08;

    private final int size;
    private final int nodes;
    private final double apart;
    private final double[] du;
    private final double[] dv;
    private final boolean[] set;

    private DisplacementMesh(int size, int nodes) {
        this.size = size;
        this.nodes = nodes;
        this.apart = (size - 7.0) / (nodes - 1);
        this.du = new double[nodes * nodes];
        this.dv = new double[nodes * nodes];
        this.set = new boolean[nodes * nodes];
    }

    static DisplacementMesh grown(GreyFrame grey, Grid plane, int size, Budget budget) {
        DisplacementMesh mesh = new DisplacementMesh(size, (int) Math.round((size - 7) / SPACING) + 1);
        int last = mesh.nodes - 1;
        mesh.set[0] = true;
        mesh.set[last] = true;
        mesh.set[last * mesh.nodes] = true;
        List<Integer> order = new ArrayList<>();
        for (int node = 0; node < mesh.set.length; node++) {
            order.add(node);
        }
        order.sort(Comparator.comparingDouble(mesh::fromFinder));
        for (double step : PASSES) {
            for (int node : order.subList(3, order.size())) {
                budget.check();
                mesh.settle(node, step, grey, plane);
            }
        }
        return mesh;
    }

    private double fromFinder(int node) {
        int i = node / nodes;
        int j = node % nodes;
        int last = nodes - 1;
        return Math.min(Math.hypot(i, j), Math.min(Math.hypot(i, last - j), Math.hypot(last - i, j)));
    }

    private void settle(int node, double first, GreyFrame grey, Grid plane) {
        double[] lead = lead(node / nodes, node % nodes);
        Patch patch = new Patch(grey, plane, 3.5 + node % nodes * apart, 3.5 + node / nodes * apart, size);
        Place best = new Place(lead[0], lead[1], patch.contrast(lead[0], lead[1]));
        double scale = STIFFNESS * best.contrast;
        for (double step = first; step > LAST_STEP; step /= 2) {
            best = around(best, step, patch, lead, scale);
        }
        du[node] = best.u;
        dv[node] = best.v;
        set[node] = true;
    }

    private record Place(double u, double v, double contrast) {}

    private static Place around(Place from, double step, Patch patch, double[] lead, double scale) {
        Place best = from;
        for (int i = 0; i < 9; i++) {
            double u = from.u + (i % 3 - 1) * step;
            double v = from.v + (i / 3 - 1) * step;
            double off = (u - lead[0]) * (u - lead[0]) + (v - lead[1]) * (v - lead[1]);
            double contrast = i == 4 ? 0 : patch.contrast(u, v) - scale * off;
            best = contrast > best.contrast ? new Place(u, v, contrast) : best;
        }
        return best;
    }

    // Extrapolates linearly from two neighbours in a row, or copies the one.
    private double[] lead(int i, int j) {
        double[] sum = new double[3];
        for (int[] way : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}}) {
            int near = at(i + way[0], j + way[1]);
            int far = at(i + 2 * way[0], j + 2 * way[1]);
            if (near >= 0) {
                boolean straight = far >= 0;
                double weight = (straight ? 2 : 1) / Math.hypot(way[0], way[1]);
                sum[0] += weight * (straight ? 2 * du[near] - du[far] : du[near]);
                sum[1] += weight * (straight ? 2 * dv[near] - dv[far] : dv[near]);
                sum[2] += weight;
            }
        }
        return sum[2] == 0 ? sum : new double[] {sum[0] / sum[2], sum[1] / sum[2]};
    }

    private int at(int i, int j) {
        return i >= 0 && j >= 0 && i < nodes && j < nodes && set[i * nodes + j] ? i * nodes + j : -1;
    }

    double du(double u, double v) {
        return size == 0 ? 0 : between(du, u, v);
    }

    double dv(double u, double v) {
        return size == 0 ? 0 : between(dv, u, v);
    }

    private double between(double[] of, double u, double v) {
        double x = (u - 3.5) / apart;
        double y = (v - 3.5) / apart;
        int j = Math.clamp((int) x, 0, nodes - 2);
        int i = Math.clamp((int) y, 0, nodes - 2);
        double upper = of[i * nodes + j] + (x - j) * (of[i * nodes + j + 1] - of[i * nodes + j]);
        int below = (i + 1) * nodes + j;
        double lower = of[below] + (x - j) * (of[below + 1] - of[below]);
        return upper + (y - i) * (lower - upper);
    }

    // The modules around a node; so few that the plane counts as affine.
    private static final class Patch {

        private final GreyFrame grey;
        private final double x;
        private final double y;
        private final double[] right;
        private final double[] down;
        private final double fromU;
        private final double fromV;
        private final int across;
        private final int along;

        Patch(GreyFrame grey, Grid plane, double u, double v, int size) {
            this.grey = grey;
            this.x = plane.x(u, v);
            this.y = plane.y(u, v);
            this.right = new double[] {plane.x(u + 0.5, v) - plane.x(u - 0.5, v), plane.y(u + 0.5, v) - plane.y(u - 0.5, v)};
            this.down = new double[] {plane.x(u, v + 0.5) - plane.x(u, v - 0.5), plane.y(u, v + 0.5) - plane.y(u, v - 0.5)};
            int u0 = Math.max(0, (int) u - REACH);
            int v0 = Math.max(0, (int) v - REACH);
            this.across = Math.min(size, (int) u + REACH + 1) - u0;
            this.along = Math.min(size, (int) v + REACH + 1) - v0;
            this.fromU = u0 + 0.5 - u;
            this.fromV = v0 + 0.5 - v;
        }

        double contrast(double du, double dv) {
            double sum = 0;
            double squares = 0;
            for (int v = 0; v < along; v++) {
                for (int u = 0; u < across; u++) {
                    double value = module(fromU + u + du, fromV + v + dv);
                    sum += value;
                    squares += value * value;
                }
            }
            double count = across * along;
            return squares / count - sum / count * (sum / count);
        }

        private double module(double u, double v) {
            return at(u - TAP, v - TAP) + at(u + TAP, v - TAP) + at(u - TAP, v + TAP) + at(u + TAP, v + TAP);
        }

        private float at(double u, double v) {
            return grey.at((float) (x + u * right[0] + v * down[0]), (float) (y + u * right[1] + v * down[1]));
        }
    }
}
