package org.yima.platform.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.credential.NationalService.NoAnswer;
import org.yima.platform.credential.NationalService.Question;

/**
 * The code service over mutual TLS, with certificates made by the JDK's keytool: service and
 * platform each trust the other's certificate and nobody else's.
 */
class MutualTlsTest {
  private static final String PASSWORD = "changeit";
  private static final Question QUESTION =
      new Question("04010089", "01301", "", "", "", "", "", "C1");

  @TempDir static Path folder;

  /** Parties, and whom each trusts: {@code trust-A.p12} holds A's certificate. */
  @BeforeAll
  static void keys() throws Exception {
    for (String party : List.of("service", "platform", "stranger")) {
      // Only the stranger's certificate is made out for another host.
      String host = party.equals("stranger") ? "dns:stranger.example" : "ip:127.0.0.1";
      keytool(
          "-genkeypair",
          "-keystore",
          party,
          "-alias",
          party,
          "-keyalg",
          "EC",
          "-dname",
          "CN=" + party,
          "-ext",
          "san=" + host,
          "-validity",
          "30");
      Path certificate = folder.resolve(party + ".cer");
      keytool("-exportcert", "-keystore", party, "-alias", party, "-file", certificate.toString());
      keytool(
          "-importcert",
          "-keystore",
          "trust-" + party,
          "-alias",
          party,
          "-noprompt",
          "-file",
          certificate.toString());
    }
  }

  private static void keytool(String command, String option, String store, String... more)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(command, option, file(store).toString(), "-storetype", "PKCS12"));
    line.addAll(List.of("-storepass", PASSWORD));
    line.addAll(List.of(more));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Path file(String store) {
    return folder.resolve(store + ".p12");
  }

  private static CodeServiceGateway gateway(URI url, String own, String trusted) {
    return new CodeServiceGateway(
        new CodeServiceSettings(
            url,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            file(own),
            file("trust-" + trusted),
            PASSWORD));
  }

  private static Loopback service(String own) throws Exception {
    return Loopback.mutual(
        context(own), exchange -> Loopback.send(exchange, 200, "{\"code\":2002}"));
  }

  @Test
  void both_know_each_other() throws Exception {
    try (Loopback service = service("service");
        CodeServiceGateway gateway = gateway(service.at("https"), "platform", "service")) {
      assertThat(gateway.decode(QUESTION).code()).isEqualTo(2002);
      assertThat(service.asked).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "service,  stranger, service,  the service does not know us",
    "stranger, platform, service,  we do not know the service",
    "stranger, platform, stranger, its certificate is another host's",
  })
  void otherwise_nothing_is_said(String theirs, String ours, String trusted, String because)
      throws Exception {
    try (Loopback service = service(theirs);
        CodeServiceGateway gateway = gateway(service.at("https"), ours, trusted)) {
      assertThatExceptionOfType(NoAnswer.class)
          .as(because)
          .isThrownBy(() -> gateway.decode(QUESTION));
      assertThat(service.asked).as("the code stays here").isEmpty();
    }
  }

  /** A server with such settings does not start. */
  @ParameterizedTest
  @CsvSource({
    "https://ec.example.cn/query, platform,",
    "https://ec.example.cn/query, ,         service",
    "http://ec.example.cn/query,  platform, service",
    "http://127.0.0.1.example/q,  ,",
    "ftp://127.0.0.1/query,       platform, service",
  })
  void without_mutual_tls_there_is_no_way_out_of_this_machine(
      URI url, @Nullable String own, @Nullable String trusted) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new CodeServiceSettings(
                url,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                own == null ? null : file(own),
                trusted == null ? null : file(trusted),
                PASSWORD))
        .withMessageContaining("https");
  }

  @Test
  void stores_that_cannot_be_read_stop_the_start() {
    assertThatIllegalStateException()
        .isThrownBy(() -> gateway(URI.create("https://127.0.0.1/"), "missing", "service"));
  }

  @Test
  void the_password_is_not_printed() {
    var settings =
        new CodeServiceSettings(
            URI.create("http://127.0.0.1/"), Duration.ZERO, Duration.ZERO, null, null, PASSWORD);
    assertThat(settings.toString()).isEqualTo("http://127.0.0.1/");
  }

  private static SSLContext context(String own) throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(own), PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store("trust-platform"));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(String name) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
