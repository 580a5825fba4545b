package org.lanyard.reader;

import java.util.Random;

/**
 * How a ticket is held, lit and seen, drawn at random: everything a little off, and what its kind names badly so. Lengths
 * are in modules unless they say pixels; angles in radians; light from 0 (none) to 255 (the sensor's end).
 */
final class Conditions {

    static final String[] KINDS = {"rotated", "perspective", "motion", "defocus", "glare", "curved", "low light",
            "moire", "tiny", "contrast", "uneven", "damaged", "inverted", "mixed"};

    private static final String[] MIXABLE = {"rotated", "perspective", "motion", "defocus", "glare", "curved",
            "low light", "moire", "tiny", "contrast", "uneven", "damaged"};

    final double pixelsPerModule;
    final double roll;
    final double tilt;
    final double tiltTowards;
    /** The arc that the code covers of a cylinder; negative where it is hollow. */
    final double arc;
    final double arcAxis;
    final double defocus;
    final double motion;
    final double motionTowards;
    final double light;
    /** Ink's light as a share of the paper's. */
    final double ink;
    final double noise;
    /** How much light is lost from one side of the code to the other, as a share. */
    final double falloff;
    final int glares;
    final double moire;
    final int cracks;
    final boolean inverted;

    Conditions(String kind, int size, Random random) {
        boolean mixed = kind.equals("mixed");
        String other = MIXABLE[random.nextInt(MIXABLE.length)];
        String another = MIXABLE[random.nextInt(MIXABLE.length)];
        Drawn drawn = new Drawn(random, mixed ? other : kind, mixed ? another : kind, mixed ? 0.7 : 1);
        double fitting = 640.0 / (size + 8);
        pixelsPerModule = Math.min(fitting, drawn.is("tiny") ? drawn.from(1.7, 2.5) : drawn.from(2.5, 6.2));
        roll = drawn.is("rotated") ? drawn.from(0, 2 * Math.PI) : random.nextGaussian() * 0.15;
        tilt = Math.toRadians(drawn.is("perspective") ? drawn.badly(35, 58) : drawn.from(0, 25));
        tiltTowards = drawn.from(0, 2 * Math.PI);
        arc = drawn.is("curved") ? drawn.badly(0.7, 2.2) * (random.nextInt(5) == 0 ? -0.6 : 1) : 0;
        arcAxis = Math.PI / 2 * random.nextInt(2) + random.nextGaussian() * 0.12;
        defocus = drawn.is("defocus") ? drawn.badly(0.6, 1.2) : drawn.from(0.1, drawn.is("moire") ? 0.15 : 0.4);
        motion = drawn.is("motion") ? drawn.badly(1, 2.2) : 0;
        motionTowards = drawn.from(0, 2 * Math.PI);
        light = drawn.is("low light") ? drawn.from(25, 60) : drawn.from(140, 235);
        ink = drawn.is("contrast") ? drawn.from(0.72, 0.88) : drawn.from(0.08, 0.45);
        noise = drawn.is("low light") ? drawn.badly(3, 8) : drawn.from(1.5, 4);
        falloff = drawn.is("uneven") ? drawn.badly(0.6, 0.88) : drawn.from(0, 0.25);
        glares = drawn.is("glare") ? 1 + random.nextInt(3) : 0;
        moire = drawn.is("moire") ? drawn.badly(0.25, 0.8) : 0;
        cracks = drawn.is("damaged") ? 3 + random.nextInt(7) : 0;
        inverted = drawn.is("inverted") || random.nextInt(40) == 0;
    }

    /** Draws what is badly off for the kinds named, at a lesser degree where kinds are mixed. */
    private record Drawn(Random random, String kind, String other, double degree) {

        boolean is(String what) {
            return kind.equals(what) || other.equals(what);
        }

        double from(double least, double most) {
            return least + random.nextDouble() * (most - least);
        }

        double badly(double least, double most) {
            return from(least, most) * degree;
        }
    }
}
