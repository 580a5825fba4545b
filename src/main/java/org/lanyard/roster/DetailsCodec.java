package org.lanyard.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.packed.Packer;
import org.lanyard.roster.packed.Unpacker;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;

final class DetailsCodec {

    private static final Detail[] DETAILS = Detail.values();

    private DetailsCodec() {}

    static void write(PersonDetails details, Packer out) {
        int stated = 0;
        for (Detail detail : DETAILS) {
            stated |= details.stated(detail).isPresent() ? 1 << detail.ordinal() : 0;
        }
        out.number(stated);
        out.number(details.shown().size());
        details.shown().forEach((field, text) -> {
            out.shared(field);
            out.shared(text);
        });
        for (Detail detail : DETAILS) {
            details.stated(detail).ifPresent(text -> write(detail, text, out));
        }
    }

    // Names and addresses are nearly all different; the others many people have alike.
    private static void write(Detail detail, String text, Packer out) {
        if (detail.distinct()) {
            out.text(text);
        } else {
            out.shared(text);
        }
    }

    static PersonDetails read(Unpacker in) {
        int stated = in.small();
        Map<String, String> shown = shown(in);
        return PersonDetails.of(detail -> (stated & 1 << detail.ordinal()) == 0 ? Optional.empty()
                : Optional.of(text(detail, in)), shown);
    }

    private static String text(Detail detail, Unpacker in) {
        return detail.distinct() ? in.text() : in.shared();
    }

    private static Map<String, String> shown(Unpacker in) {
        int size = in.small();
        if (size == 0) {
            return Map.of();
        }
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            shown.put(in.shared(), in.shared());
        }
        return shown;
    }
}
