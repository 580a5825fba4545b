package org.lanyard.roster.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;

/** Drafts of files and texts, without a station. */
final class Drafts {

    private Drafts() {}

    static RosterDraft open(Path file, Answers answers) {
        return new RosterDraft(RosterFiles.TABLES.read(file, Optional.empty(), _ -> {}), answers, ZoneOffset.UTC, _ -> {});
    }

    static RosterDraft text(String text, Answers answers) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), answers);
    }

    static RosterDraft bytes(byte[] bytes, Answers answers) {
        return new RosterDraft(RosterFiles.TABLES.text(bytes, _ -> {}), answers, ZoneOffset.UTC, _ -> {});
    }
}
