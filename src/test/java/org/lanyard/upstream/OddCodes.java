package org.lanyard.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Access codes that a URL cannot hold as they stand; none with invisible characters, which a roster drops. */
final class OddCodes {

    private static final List<String> NAMED =
            List.of("AB 12 CD", "A%B", "A|B", "A#B", "A?B", "A/B", "A//B/", "%2F", "%2e%2e",
                    "...", "..A", "A&B=C", "A+B", "A;B", "A\\B", "\"A\"", "<b>A</b>", "A'B", "Ä-ß", "é́", "Ünïcödé", "日本語",
                    "한국어", "Код", "κώδικας", "קוד", "رمز", "รหัส", "कोड", "🎟️1", "𝔸𝔹", "A\u00a0B",
                    "{A}", "[A]", "A^B",
                    "`A`", "A~B", "A,B", "A@B:80", "lookup", "checkin/..", "A%00B", "A%0AB", "100%", "?", "#", "&", "%");

    private OddCodes() {}

    /** Two hundred: every printable character of ASCII within a code, the named ones, and some in many scripts. */
    static List<String> all() {
        List<String> codes = new ArrayList<>(NAMED);
        IntStream.rangeClosed('!', '~').mapToObj(c -> "X" + (char) c + "Y" + c).forEach(codes::add);
        int[] scripts = {0x0391, 0x0410, 0x05D0, 0x0627, 0x0905, 0x0E01, 0x10D0, 0x1200, 0x3042, 0x4E00, 0xAC00, 0x1F600};
        for (int i = 0; codes.size() < 200; i++) {
            codes.add("S" + Character.toString(scripts[i % scripts.length] + i / scripts.length) + i);
        }
        return codes;
    }
}
