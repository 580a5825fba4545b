package org.lanyard.roster.format.table;

import java.util.List;
import java.util.Optional;

/**
 * A file as it was read.
 *
 * @param sheet  the one that was taken
 * @param sheets names of all
 */
public record TableFacts(FileKind kind, Optional<String> encoding, Optional<String> delimiter, Optional<String> sheet,
        List<String> sheets) {}
