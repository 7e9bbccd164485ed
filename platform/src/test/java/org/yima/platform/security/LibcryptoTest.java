package org.yima.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.foreign.SymbolLookup;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.yima.securitypkg.RsaPrivateOperation;

/** Who computes, and what the log says about it. */
class LibcryptoTest {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Libcrypto.class);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    LOGGER.detachAppender(log);
  }

  @Test
  void libcryptoComputesWhereItIsInstalled() {
    String version = Native.evp().version();

    RsaPrivateOperation.Factory factory = Libcrypto.orJdk();

    assertThat(factory.of(Keys.ofBits(1024))).isInstanceOf(NativeRsaKey.class);
    assertThat(logged())
        .containsExactly("INFO RSA private operations by libcrypto: found " + version);
  }

  @Test
  void theJdkComputesWhereThereIsNoLibrary() {
    assertJdkComputes(() -> {
      throw new NoSuchElementException("none of [libcrypto.so.3] can be loaded");
    });
    assertThat(logged())
        .containsExactly(
            "INFO RSA private operations by the JDK: none of [libcrypto.so.3] can be loaded");
  }

  @Test
  void theJdkComputesWhereTheLibraryHasNoneOfTheFunctions() {
    assertJdkComputes(() -> name -> Optional.empty());
    assertThat(logged())
        .containsExactly(
            "INFO RSA private operations by the JDK: Symbol not found: OpenSSL_version");
  }

  @Test
  void theJdkComputesWhereOpenSslIsOlder() {
    SymbolLookup three = Native.library();
    SymbolLookup older =
        name -> name.equals("EVP_PKEY_CTX_set_rsa_padding") ? Optional.empty() : three.find(name);

    assertJdkComputes(() -> older);
    assertThat(logged())
        .containsExactly(
            "INFO RSA private operations by the JDK:"
                + " Symbol not found: EVP_PKEY_CTX_set_rsa_padding");
  }

  @Test
  void theJdkComputesWhereNativeAccessIsForbidden() {
    assertJdkComputes(() -> {
      throw new IllegalCallerException("Illegal native access from: unnamed module");
    });
    assertThat(logged())
        .containsExactly(
            "INFO RSA private operations by the JDK: Illegal native access from: unnamed module");
  }

  /** Each fault is one function of libcrypto standing in for another. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "refuses the key,      d2i_PrivateKey,               ERR_get_error,         d2i_PrivateKey failed",
    "has no memory,        EVP_PKEY_CTX_new,             ERR_get_error,         EVP_PKEY_CTX_new failed",
    "refuses to decrypt,   EVP_PKEY_decrypt_init,        ERR_get_error,         EVP_PKEY_decrypt_init failed",
    "refuses the padding,  EVP_PKEY_CTX_set_rsa_padding, ERR_get_error,         EVP_PKEY_CTX_set_rsa_padding failed",
    "fails,                EVP_PKEY_decrypt,             ERR_get_error,         EVP_PKEY_decrypt failed",
    "answers without work, EVP_PKEY_decrypt,             EVP_PKEY_decrypt_init, libcrypto's result is wrong"
  })
  void theJdkTakesOverAKeyThatFailsItsTrial(
      String fault, String function, String standIn, String reason) {
    SymbolLookup sound = Native.library();

    assertJdkComputes(() -> name -> sound.find(name.equals(function) ? standIn : name));

    assertThat(logged()).hasSize(2);
    assertThat(logged().getFirst()).startsWith("INFO RSA private operations by libcrypto: found ");
    assertThat(logged().getLast())
        .startsWith("WARN ")
        .contains(reason)
        .endsWith("the JDK takes over an RSA key of 1024 bits");
  }

  private static void assertJdkComputes(Supplier<SymbolLookup> library) {
    RSAPrivateCrtKey key = Keys.ofBits(1024);
    byte[] block = Blocks.seeded(42, key);

    RsaPrivateOperation operation = Libcrypto.orJdk(library).of(key);

    assertThat(operation).isNotInstanceOf(NativeRsaKey.class);
    assertThat(Blocks.undone(operation.apply(block), key)).isEqualTo(block);
  }

  private List<String> logged() {
    return log.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }
}
