package org.lanyard.desk;

/** Names of what this station keeps of the desk's own choices. */
public final class Settings {

    public static final String STATION = "station";
    public static final String MODE = "mode";
    public static final String CONFERENCE = "conference";
    /** present where somebody has to sign in */
    public static final String SIGN_IN = "sign-in";
    public static final String THEME = "theme";
    public static final String LANGUAGE = "language";
    /** in percent */
    public static final String TEXT_SIZE = "text-size";
    /** in percent; 0 is silent */
    public static final String VOLUME = "volume";
    public static final String WAND_PREFIX = "wand.prefix";
    public static final String WAND_SUFFIX = "wand.suffix";
    public static final String BACKUP_FOLDER = "backup.folder";
    /** in minutes */
    public static final String BACKUP_EVERY = "backup.every";
    /** present once the first-run steps are done */
    public static final String SET_UP = "set-up";
    public static final String MIRROR = "mirror";
    public static final String CAMERA = "camera";
    /** in pixels */
    public static final String CAMERA_WIDTH = "camera.width";
    public static final String CAMERA_MIRRORED = "camera.mirrored";
    /** Whether the camera looks for other codes than QR. */
    public static final String CAMERA_EVERY = "camera.every-code";
    public static final String CAMERA_BRIGHT = "camera.bright";

    private Settings() {}
}
