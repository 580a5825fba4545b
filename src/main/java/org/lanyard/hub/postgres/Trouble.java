package org.lanyard.hub.postgres;

import java.sql.SQLException;
import org.lanyard.scan.Sentence;

final class Trouble {

    private static final String DISK_FULL = "53100";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String PASSWORD_MISSING = "08004";
    private static final String NO_LOGIN = "28000";
    private static final String NO_DATABASE = "3D000";
    private static final String NO_SCHEMA = "3F000";
    private static final String NO_TABLE = "42P01";
    private static final String NO_FUNCTION = "42883";
    private static final String NOT_ALLOWED = "42501";
    private static final String TOO_MANY = "53300";
    private static final String READ_ONLY = "25006";

    private Trouble() {}

    static Sentence of(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Pin.OtherCertificate) {
                return Sentence.of("hub.certificate");
            }
        }
        return Sentence.of(switch (String.valueOf(failure.getSQLState())) {
            case DISK_FULL -> "hub.disk-full";
            case WRONG_PASSWORD -> "hub.password";
            case PASSWORD_MISSING -> "hub.password-missing";
            case NO_LOGIN -> "hub.no-login";
            case NO_DATABASE -> "hub.no-database";
            case NO_SCHEMA, NO_TABLE, NO_FUNCTION -> "hub.no-tables";
            case NOT_ALLOWED -> "hub.not-allowed";
            case TOO_MANY -> "hub.too-many";
            case READ_ONLY -> "hub.read-only";
            default -> "hub.unreachable";
        });
    }
}
