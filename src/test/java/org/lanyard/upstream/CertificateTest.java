package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.NotPossible;

/** Over https: a certificate that nobody vouches for is trusted once a person has compared its fingerprint, and no other. */
@Execution(ExecutionMode.CONCURRENT)
class CertificateTest {

    private UpstreamRig station;
    private TlsFront front;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path certificates) {
        station = UpstreamRig.in(folder);
        front = new TlsFront(station.sample.server.address(), certificates);
        connect(front.address());
    }

    @AfterEach
    void close() {
        station.close();
        front.close();
    }

    private void connect(URI address) {
        station.upstream().set(station.rig.conference(), Connection.of(address.toString(),
                station.sample.conference.prefix(), null, "desk"), false);
        station.upstream().password(station.rig.conference(), "secret".toCharArray());
    }

    private void trust() throws GeneralSecurityException {
        station.upstream().trust(station.rig.conference(), front.fingerprint());
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedInWordsWithItsFingerprint() throws GeneralSecurityException {
        ConnectionStep step = station.upstream().test(station.rig.conference()).getLast();
        assertThat(step.passed()).isFalse();
        assertThat(step.name()).isEqualTo("reach");
        assertThat(step.sentence()).asString()
                .startsWith("This computer does not trust the server's certificate.")
                .contains(front.fingerprint()).doesNotContain("PKIX").doesNotContain("Exception");
    }

    @Test
    void nothingIsSentToAServerWhoseCertificateIsNotTrusted() {
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class).hasMessageContaining("certificate");
        assertThat(station.status().standing()).isEqualTo(Standing.SIGN_IN_NEEDED);
        assertThat(station.sample.server.requests(ServedCall.SIGN_IN_PAGE)).isZero();
        assertThat(station.sample.server.requests(ServedCall.SIGN_IN)).isZero();
    }

    @Test
    void itIsTrustedOnceItsFingerprintIsAndStillAfterTheStationWasClosed() throws GeneralSecurityException {
        trust();
        assertThat(station.upstream().test(station.rig.conference())).hasSize(3).allMatch(ConnectionStep::passed);
        station.reopened().pull();
        station.checkIn("ADA1");
        assertThat(station.push().confirmed()).isOne();
    }

    @Test
    void anotherFingerprintOpensNothing() throws GeneralSecurityException {
        String wrong = front.fingerprint().replaceAll("^..", front.fingerprint().startsWith("00") ? "01" : "00");
        station.upstream().trust(station.rig.conference(), wrong);
        assertThatThrownBy(station::pull).hasMessageContaining("certificate");
        assertThatThrownBy(() -> station.upstream().trust(station.rig.conference(), "AB:CD"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("32 pairs");
    }

    @Test
    void anotherCertificateAtTheSameAddressIsRefusedAgain() throws GeneralSecurityException {
        trust();
        station.pull();
        station.checkIn("ADA1");
        int signIns = station.sample.server.requests(ServedCall.SIGN_IN);
        String before = front.fingerprint();
        front.listenWithNewCertificate();
        assertThat(station.push()).extracting(UpstreamStatus::standing, UpstreamStatus::confirmed,
                UpstreamStatus::pending).containsExactly(Standing.SIGN_IN_NEEDED, 0, 1);
        assertThat(station.upstream().test(station.rig.conference()).getLast().sentence()).asString()
                .contains(front.fingerprint())
                .doesNotContain(before);
        assertThat(station.sample.server.requests(ServedCall.SIGN_IN)).isEqualTo(signIns);
    }

    @Test
    void anotherServerIsNotTrustedByTheFirstOnesFingerprint() throws GeneralSecurityException {
        trust();
        connect(URI.create("https://localhost:" + front.port()));
        assertThatThrownBy(station::pull).hasMessageContaining("certificate");
    }

    @Test
    void everyPostSaysThatItComesFromTheServersOwnPage() throws GeneralSecurityException {
        trust();
        station.pull();
        station.checkIn("ADA1");
        station.redeem("ADA1");
        assertThat(station.push().confirmed()).isEqualTo(2);
        assertThat(front.posts()).extracting(TlsFront.Post::path).containsExactly("/accounts/login/",
                "/conf/register/checkin/scan/", "/conf/register/checkin/redeem/");
        assertThat(front.posts()).allSatisfy(post -> assertThat(post.referer()).startsWith(front.address() + "/"));
    }

    /** The request was whole, and the work is done: what broke is the way back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatComesBackBrokenLeavesTheRedemptionInDoubt(boolean midway) throws GeneralSecurityException, IOException {
        try (BrokenWire wire = new BrokenWire(front.port())) {
            connect(URI.create("https://127.0.0.1:" + wire.port()));
            trust();
            station.pull();
            station.redeem("ADA1");
            Runnable nothing = () -> {};
            Runnable breaking = () -> wire.broken(true);
            front.onRedeemed(midway ? nothing : breaking, midway ? breaking : nothing);
            station.upstream().pushOnce(station.rig.conference());
            assertThat(station.status()).extracting(UpstreamStatus::inDoubt, UpstreamStatus::pending)
                    .containsExactly(1, 0);
            front.onRedeemed(nothing, nothing);
            wire.broken(false);
            assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                    .containsExactly(1, true);
            assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
        }
    }
}
