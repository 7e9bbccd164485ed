package org.yima.platform.security;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That nothing is left behind in libcrypto: contexts, keys, errors. */
class EvpTest {
  private static final int MODULUS = 128;

  @Test
  void saysWhichOpenSslItIs() {
    assertThat(Native.evp().version()).matches("OpenSSL 3\\.\\S+( .*)?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatIsNoRsaKeyIsRefusedAndItsErrorCleared(String name, byte[] der) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, der);
      assertThatThrownBy(() -> Native.evp().readRsaKey(bytes, arena))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageMatching("libcrypto: d2i_PrivateKey failed, error 0x[0-9a-f]{8}");
    }
    assertThat(pendingError()).isZero();
  }

  static Stream<Arguments> whatIsNoRsaKeyIsRefusedAndItsErrorCleared()
      throws GeneralSecurityException {
    byte[] key = Keys.ofBits(1024).getEncoded();
    byte[] elliptic =
        KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    return Stream.of(
        arguments("nothing", new byte[0]),
        arguments("zeros", new byte[600]),
        arguments("a key cut short", Arrays.copyOf(key, key.length - 1)),
        arguments("a key of another kind", elliptic));
  }

  @Test
  void aFailedOperationFreesItsContextAndClearsItsError() throws Throwable {
    CountingLibrary library = new CountingLibrary(Native.library());
    Evp evp = new Evp(library);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = key(evp, arena);
      MemorySegment tooLarge = arena.allocate(MODULUS).fill((byte) 0xFF);
      assertThatThrownBy(() -> evp.rawPrivate(key, tooLarge, arena.allocate(MODULUS)))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageMatching("libcrypto: EVP_PKEY_decrypt failed, error 0x[0-9a-f]{8}");
    }

    assertThat(library.calls("EVP_PKEY_CTX_new")).isEqualTo(1);
    assertThat(library.calls("EVP_PKEY_CTX_free")).isEqualTo(1);
    assertThat(pendingError()).isZero();
  }

  @Test
  void goodOperationsFreeTheirContextsAndLeaveNoError() throws Throwable {
    CountingLibrary library = new CountingLibrary(Native.library());
    Evp evp = new Evp(library);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = key(evp, arena);
      for (int i = 0; i < 5; i++) {
        evp.rawPrivate(key, arena.allocate(MODULUS), arena.allocate(MODULUS));
      }
    }

    assertThat(library.calls("EVP_PKEY_CTX_new")).isEqualTo(5);
    assertThat(library.calls("EVP_PKEY_CTX_free")).isEqualTo(5);
    assertThat(pendingError()).isZero();
  }

  @Test
  void aKeyIsFreedOnceWhenItsLifetimeEnds() {
    CountingLibrary library = new CountingLibrary(Native.library());
    try (Arena arena = Arena.ofConfined()) {
      key(new Evp(library), arena);
      assertThat(library.calls("EVP_PKEY_free")).isZero();
    }

    assertThat(library.calls("EVP_PKEY_free")).isEqualTo(1);
  }

  @Test
  @Timeout(60) // Only against waiting for ever where a key leaks.
  void aKeyNoLongerUsedIsFreedByTheCollector() throws InterruptedException {
    CountingLibrary library = new CountingLibrary(Native.library());
    byte[] block = Blocks.seeded(1, Keys.ofBits(1024));
    new NativeRsaKey(new Evp(library), Keys.ofBits(1024)).apply(block);

    while (library.calls("EVP_PKEY_free") == 0) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(library.calls("EVP_PKEY_free")).isEqualTo(1);
  }

  private static MemorySegment key(Evp evp, Arena lifetime) {
    byte[] pkcs8 = Keys.ofBits(8 * MODULUS).getEncoded();
    return evp.readRsaKey(lifetime.allocateFrom(JAVA_BYTE, pkcs8), lifetime);
  }

  /** The oldest error of this thread that nobody has taken; 0 if there is none. */
  @SuppressWarnings("restricted") // Looks behind the class under test.
  private static long pendingError() throws Throwable {
    return (long)
        Linker.nativeLinker()
            .downcallHandle(
                Native.library().findOrThrow("ERR_peek_error"), FunctionDescriptor.of(JAVA_LONG))
            .invokeExact();
  }
}
