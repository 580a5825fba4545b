package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;

/** The test of a connection says which step failed, and why. */
@Execution(ExecutionMode.CONCURRENT)
class ConnectionTest {

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.in(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private ConnectionStep last() {
        return station.upstream().test(station.rig.conference()).getLast();
    }

    private void connect(String prefix, String signIn, String password) {
        station.upstream().set(station.rig.conference(), Connection.of(station.sample.server.address().toString(), prefix,
                signIn, "desk"), false);
        station.upstream().password(station.rig.conference(), password.toCharArray());
    }

    @Test
    void allThreeStepsPass() {
        assertThat(station.upstream().test(station.rig.conference())).extracting(ConnectionStep::name,
                ConnectionStep::passed).containsExactly(org.assertj.core.groups.Tuple.tuple("reach", true),
                        org.assertj.core.groups.Tuple.tuple("sign in", true),
                        org.assertj.core.groups.Tuple.tuple("conference", true));
    }

    @Test
    void aServerThatIsAwayIsNotReached() {
        station.sample.server.stop();
        assertThat(last()).extracting(ConnectionStep::name, ConnectionStep::passed)
                .containsExactly("reach", false);
    }

    @Test
    void aWrongSignInPathIsNamed() {
        connect(station.sample.conference.prefix(), "/login/", "secret");
        assertThat(last().sentence()).asString().contains("sign-in path");
    }

    @Test
    void aWrongPasswordIsNamed() {
        connect(station.sample.conference.prefix(), null, "wrong");
        assertThat(last()).extracting(ConnectionStep::name, ConnectionStep::sentence)
                .containsExactly("sign in", Sentence.of("server.wrong-password"));
    }

    @Test
    void aWrongPrefixIsNamed() {
        connect("/conf/registration", null, "secret");
        assertThat(last()).extracting(ConnectionStep::name, ConnectionStep::sentence)
                .containsExactly("conference", Sentence.of("server.no-service"));
    }

    @Test
    void somebodyWithoutPermissionIsToldSo() {
        station.sample.server.permit("desk", false);
        assertThat(last().sentence()).asString().contains("may not use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "ftp://example.org", "example.org", "https://", "https://a b",
            "http://127.0.0.1.example.org", "https://desk:secret@example.org", "http://192.168.1.5"})
    void anAddressThatWouldSendThePasswordInTheClearOrIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> Connection.of(address, "/conf/register", null, "desk")).isInstanceOf(NotPossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000", "http://localhost:8000/", "http://[::1]:8000", "https://example.org"})
    void thisMachineAndHttpsAreFine(String address) {
        assertThat(Connection.of(address, "conf/register/", "accounts/login", "desk"))
                .extracting(Connection::prefix, Connection::signIn).containsExactly("/conf/register", "/accounts/login/");
    }
}
