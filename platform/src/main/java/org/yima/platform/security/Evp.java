package org.yima.platform.security;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HexFormat;

/**
 * The few functions of libcrypto's EVP interface that a bare RSA private operation takes.
 *
 * <p>C's {@code long} and {@code size_t} are 64 bits here, as on every system whose library {@link
 * Libcrypto} looks for. The operation is decryption without padding rather than signing: both raise
 * to the private exponent with blinding, but only for decryption does libcrypto treat the result as
 * a secret to the last step.
 */
final class Evp {
  private static final int OPENSSL_VERSION = 0;
  private static final int EVP_PKEY_RSA = 6;
  private static final int RSA_NO_PADDING = 3;
  private static final int VERSION_LENGTH = 256;

  private final MethodHandle openSslVersion;
  private final MethodHandle readPrivateKey;
  private final MethodHandle freeKey;
  private final MethodHandle newContext;
  private final MethodHandle freeContext;
  private final MethodHandle initDecrypt;
  private final MethodHandle setPadding;
  private final MethodHandle decrypt;
  private final MethodHandle getError;
  private final MethodHandle clearErrors;

  /**
   * Binds the functions.
   *
   * @throws java.util.NoSuchElementException naming a function that the library does not have
   */
  Evp(SymbolLookup library) {
    openSslVersion = bind(library, "OpenSSL_version", ADDRESS, JAVA_INT);
    readPrivateKey =
        bind(library, "d2i_PrivateKey", ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
    freeKey = bindVoid(library, "EVP_PKEY_free", ADDRESS);
    newContext = bind(library, "EVP_PKEY_CTX_new", ADDRESS, ADDRESS, ADDRESS);
    freeContext = bindVoid(library, "EVP_PKEY_CTX_free", ADDRESS);
    initDecrypt = bind(library, "EVP_PKEY_decrypt_init", JAVA_INT, ADDRESS);
    // A macro before OpenSSL 3, so that binding it also makes sure of the version.
    setPadding = bind(library, "EVP_PKEY_CTX_set_rsa_padding", JAVA_INT, ADDRESS, JAVA_INT);
    decrypt =
        bind(library, "EVP_PKEY_decrypt", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    getError = bind(library, "ERR_get_error", JAVA_LONG);
    clearErrors = bindVoid(library, "ERR_clear_error");
  }

  private static MethodHandle bind(
      SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
    return bind(library, name, FunctionDescriptor.of(result, arguments));
  }

  private static MethodHandle bindVoid(
      SymbolLookup library, String name, MemoryLayout... arguments) {
    return bind(library, name, FunctionDescriptor.ofVoid(arguments));
  }

  @SuppressWarnings("restricted") // The descriptors above are those of OpenSSL 3's headers.
  private static MethodHandle bind(SymbolLookup library, String name, FunctionDescriptor type) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
  }

  /** What the library calls itself, such as {@code OpenSSL 3.0.19 27 Jan 2026}. */
  @SuppressWarnings("restricted") // C strings come without a length; this one is a short constant.
  String version() {
    return inC(() ->
        ((MemorySegment) openSslVersion.invokeExact(OPENSSL_VERSION))
            .reinterpret(VERSION_LENGTH)
            .getString(0));
  }

  /**
   * Reads a private key.
   *
   * @param der PKCS#8, in native memory
   * @param lifetime frees the key when it ends
   * @return the key, usable by many threads at once
   * @throws IllegalStateException if the bytes are no RSA key, or one that the library refuses
   */
  @SuppressWarnings("restricted") // Ties the key's release to the lifetime.
  MemorySegment readRsaKey(MemorySegment der, Arena lifetime) {
    return inC(() -> {
      try (Arena call = Arena.ofConfined()) {
        MemorySegment cursor = call.allocateFrom(ADDRESS, der);
        MemorySegment key =
            (MemorySegment)
                readPrivateKey.invokeExact(
                    EVP_PKEY_RSA, MemorySegment.NULL, cursor, der.byteSize());
        require(!key.equals(MemorySegment.NULL), "d2i_PrivateKey");
        return key.reinterpret(lifetime, this::free);
      }
    });
  }

  private void free(MemorySegment key) {
    inC(() -> {
      freeKey.invokeExact(key);
      return key;
    });
  }

  /**
   * Raises a block to the private exponent.
   *
   * @param in as long as the modulus, and smaller than it
   * @param out receives the result; as long as the modulus
   * @throws IllegalStateException if the library fails
   */
  void rawPrivate(MemorySegment key, MemorySegment in, MemorySegment out) {
    inC(() -> {
      MemorySegment context = (MemorySegment) newContext.invokeExact(key, MemorySegment.NULL);
      require(!context.equals(MemorySegment.NULL), "EVP_PKEY_CTX_new");
      try (Arena call = Arena.ofConfined()) {
        require((int) initDecrypt.invokeExact(context) == 1, "EVP_PKEY_decrypt_init");
        require(
            (int) setPadding.invokeExact(context, RSA_NO_PADDING) == 1,
            "EVP_PKEY_CTX_set_rsa_padding");
        MemorySegment length = call.allocateFrom(JAVA_LONG, out.byteSize());
        int done = (int) decrypt.invokeExact(context, out, length, in, in.byteSize());
        require(done == 1 && length.get(JAVA_LONG, 0) == out.byteSize(), "EVP_PKEY_decrypt");
      } finally {
        freeContext.invokeExact(context);
      }
      return out;
    });
  }

  /** The error's number tells the reason ({@code openssl errstr}) and holds nothing secret. */
  private void require(boolean good, String function) throws Throwable {
    if (!good) {
      long error = (long) getError.invokeExact();
      clearErrors.invokeExact();
      throw new IllegalStateException(
          "libcrypto: " + function + " failed, error 0x" + HexFormat.of().toHexDigits((int) error));
    }
  }

  /** Method handles declare every exception there is; functions in C throw none. */
  private static <T> T inC(Calls<T> calls) {
    try {
      return calls.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libcrypto cannot be called", e);
    }
  }

  private interface Calls<T> {
    T run() throws Throwable;
  }
}
