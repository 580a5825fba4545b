package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code self-test} uses a station of its own, and leaves no trace in anybody's data. */
@Isolated("it keeps what this process prints, whoever does")
class SelfTestTest {

    @Test
    void itSaysWhatItTriedAndTouchesNoData(@TempDir Path folder) {
        Script script = new Script(folder.resolve("data"));
        var answer = script.run("self-test", "--only", "records").exits(0);
        assertThat(answer.out()).contains("Records: 300 people imported;");
        assertThat(answer.err()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
