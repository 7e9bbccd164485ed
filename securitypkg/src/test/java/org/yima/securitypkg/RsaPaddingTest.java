package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Paddings made wrong in each place: never an exception, always the same unforeseeable key. */
class RsaPaddingTest {
  private static final byte[] DES_KEY = "Abc12345".getBytes(StandardCharsets.US_ASCII);
  private static RSAPrivateCrtKey key;
  private static RsaPrivateSide privateSide;
  private static RsaPublicSide publicSide;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    key = (RSAPrivateCrtKey) pair.getPrivate();
    privateSide = new RsaPrivateSide(key, RsaPrivateOperation.Factory.jdk());
    publicSide = new RsaPublicSide(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  /** The padded block behind a ciphertext, changed, and encrypted again. */
  private static byte[] changed(byte[] wrapped, Consumer<byte[]> change) {
    try {
      byte[] block = new JdkRsaPrivateOperation(key).apply(wrapped);
      change.accept(block);
      Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRejected(Suite suite, byte[] wrapped, byte[] contentKey) {
    byte[] first = privateSide.unwrap(suite, wrapped);
    assertThat(first).isNotEqualTo(contentKey).hasSize(contentKey.length);
    assertThat(privateSide.unwrap(suite, wrapped)).isEqualTo(first);
    assertThat(first).isEqualTo(privateSide.substitute(suite, wrapped));
  }

  @Test
  void pkcs1WithOneByteWrongIsRejectedLikeGarbage() {
    byte[] wrapped = publicSide.wrap(Suite.LEGACY, DES_KEY, Cast.RANDOM);
    assertThat(privateSide.unwrap(Suite.LEGACY, wrapped)).isEqualTo(DES_KEY);
    assertThat(privateSide.unwrap(Suite.LEGACY, changed(wrapped, b -> {}))).isEqualTo(DES_KEY);
    List<Consumer<byte[]>> faults =
        List.of(
            b -> b[1] = 1,
            b -> b[1] = 0,
            b -> b[2] = 0,
            b -> b[100] = 0,
            b -> b[b.length - 10] = 0,
            b -> b[b.length - 9] = 1,
            b -> System.arraycopy(b, 3, b, 2, b.length - 3));
    for (Consumer<byte[]> fault : faults) {
      assertRejected(Suite.LEGACY, changed(wrapped, fault), DES_KEY);
    }
  }

  @Test
  void oaepWithOneBitWrongIsRejectedLikeGarbage() {
    byte[] contentKey = new AesGcm().freshKey(Cast.RANDOM);
    byte[] wrapped = publicSide.wrap(Suite.RSA, contentKey, Cast.RANDOM);
    assertThat(privateSide.unwrap(Suite.RSA, wrapped)).isEqualTo(contentKey);
    for (int place = 1; place < wrapped.length; place += 5) {
      int at = place;
      assertRejected(Suite.RSA, changed(wrapped, b -> b[at] ^= 1), contentKey);
    }
  }

  @Test
  void aKeyOfAnotherLengthIsRejected() {
    byte[] sixteen = new byte[16];
    assertRejected(Suite.RSA, publicSide.wrap(Suite.RSA, sixteen, Cast.RANDOM), new byte[32]);
    assertRejected(Suite.LEGACY, publicSide.wrap(Suite.LEGACY, sixteen, Cast.RANDOM), DES_KEY);
  }

  @Test
  void whatIsNoBlockAtAllIsRejected() {
    byte[] tooLarge = new byte[256];
    Arrays.fill(tooLarge, (byte) 0xFF);
    for (byte[] wrapped : List.of(new byte[0], new byte[255], new byte[257], tooLarge)) {
      assertRejected(Suite.RSA, wrapped, new byte[32]);
      assertRejected(Suite.LEGACY, wrapped, DES_KEY);
    }
  }

  @Test
  void differentGarbageGivesDifferentKeys() {
    assertThat(privateSide.unwrap(Suite.RSA, new byte[1]))
        .isNotEqualTo(privateSide.unwrap(Suite.RSA, new byte[2]));
  }
}
