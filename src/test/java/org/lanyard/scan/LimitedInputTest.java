package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Case 61: a file that unpacks to more than any memory holds is put away in time. */
class LimitedInputTest {

    private static InputStream of(int bytes, long most) {
        return new LimitedInput(new ByteArrayInputStream(new byte[bytes]), most);
    }

    @Test
    void exactlySoManyBytesAreRead() throws IOException {
        assertThat(of(1000, 1000).readAllBytes()).hasSize(1000);
        assertThat(of(0, 0).read()).isEqualTo(-1);
    }

    @Test
    void oneMoreIsRefusedInWordsHoweverItIsRead() {
        assertThatThrownBy(() -> of(1001, 1000).readAllBytes()).isInstanceOf(NotPossible.class).hasMessageEndingWith(".");
        assertThatThrownBy(() -> of(1001, 1000).transferTo(OutputStream.nullOutputStream())).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> of(1001, 1000).skipNBytes(1001)).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> of(1, 0).read()).isInstanceOf(NotPossible.class);
    }
}
