package org.lanyard.reader;

/**
 * Where a pinhole camera's ray meets a ticket, flat or bent around a cylinder. The camera is at the origin and looks along z;
 * the ticket's middle lies at distance 1.
 */
final class Surface {

    /** A laptop's 720p camera: 60 degrees across. */
    private static final double FOCAL = 1100;

    private final double[] across;
    private final double[] down;
    private final double[] inward;
    private final double[] middle;
    private final double module;
    private final double bendX;
    private final double bendY;
    private final double radius;

    /**
     * @param size    modules along a side
     * @param centreX of the code, in pixels from the middle of the frame
     */
    Surface(Conditions seen, int size, double centreX, double centreY) {
        double[] axis = {Math.cos(seen.tiltTowards), Math.sin(seen.tiltTowards), 0};
        across = turned(new double[] {Math.cos(seen.roll), Math.sin(seen.roll), 0}, axis, seen.tilt);
        down = turned(new double[] {-Math.sin(seen.roll), Math.cos(seen.roll), 0}, axis, seen.tilt);
        inward = turned(new double[] {0, 0, 1}, axis, seen.tilt);
        middle = new double[] {centreX / FOCAL, centreY / FOCAL, 1};
        module = seen.pixelsPerModule / FOCAL;
        bendX = Math.cos(seen.arcAxis);
        bendY = Math.sin(seen.arcAxis);
        radius = seen.arc == 0 ? 0 : size * module / seen.arc;
    }

    /** Rodrigues' rotation. */
    private static double[] turned(double[] p, double[] axis, double angle) {
        double dot = (p[0] * axis[0] + p[1] * axis[1] + p[2] * axis[2]) * (1 - Math.cos(angle));
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        return new double[] {
                p[0] * cos + (axis[1] * p[2] - axis[2] * p[1]) * sin + axis[0] * dot,
                p[1] * cos + (axis[2] * p[0] - axis[0] * p[2]) * sin + axis[1] * dot,
                p[2] * cos + (axis[0] * p[1] - axis[1] * p[0]) * sin + axis[2] * dot};
    }

    private static double dot(double[] a, double x, double y, double z) {
        return a[0] * x + a[1] * y + a[2] * z;
    }

    /**
     * Where the ray through a pixel meets the ticket, in modules from its middle.
     *
     * @param x    pixels from the middle of the frame
     * @param into u and v
     * @return whether it meets it at all
     */
    boolean meets(double x, double y, double[] into) {
        double u0 = -dot(across, middle[0], middle[1], middle[2]);
        double v0 = -dot(down, middle[0], middle[1], middle[2]);
        double w0 = -dot(inward, middle[0], middle[1], middle[2]);
        double du = dot(across, x / FOCAL, y / FOCAL, 1);
        double dv = dot(down, x / FOCAL, y / FOCAL, 1);
        double dw = dot(inward, x / FOCAL, y / FOCAL, 1);
        if (radius == 0) {
            double t = -w0 / dw;
            into[0] = (u0 + t * du) / module;
            into[1] = (v0 + t * dv) / module;
            return t > 0;
        }
        // q runs around the cylinder, p along its axis, w away from the camera with the axis at w = radius
        double q0 = u0 * bendX + v0 * bendY;
        double dq = du * bendX + dv * bendY;
        double a = dq * dq + dw * dw;
        double b = q0 * dq + (w0 - radius) * dw;
        double c = q0 * q0 + (w0 - radius) * (w0 - radius) - radius * radius;
        double root = b * b - a * c;
        if (root < 0) {
            into[0] = Double.POSITIVE_INFINITY;
            return false;
        }
        double t = (-b - Math.signum(radius) * Math.sqrt(root)) / a;
        double q = q0 + t * dq;
        double w = w0 + t * dw;
        double around = radius * Math.atan2(q / radius, (radius - w) / radius) / module;
        double along = ((v0 + t * dv) * bendX - (u0 + t * du) * bendY) / module;
        into[0] = around * bendX - along * bendY;
        into[1] = around * bendY + along * bendX;
        return t > 0;
    }
}
