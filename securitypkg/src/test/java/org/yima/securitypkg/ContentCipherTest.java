package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GCM against a second implementation, written here from the standard, which is slow and short. */
class ContentCipherTest {
  private static final byte[] CONTEXT = "ST007".getBytes(StandardCharsets.UTF_8);

  /** GCM of NIST SP 800-38D for a 12-byte nonce: nonce, ciphertext, tag. */
  private static byte[] gcm(UnaryOperator<byte[]> block, byte[] nonce, byte[] aad, byte[] plain) {
    BigInteger h = number(block.apply(new byte[16]));
    byte[] cipher = plain.clone();
    for (int i = 0; i < cipher.length; i += 16) {
      byte[] stream = block.apply(counter(nonce, 2 + i / 16));
      for (int j = i; j < Math.min(i + 16, cipher.length); j++) {
        cipher[j] ^= stream[j - i];
      }
    }
    BigInteger hash = ghash(ghash(BigInteger.ZERO, h, aad), h, cipher);
    byte[] lengths =
        ByteBuffer.allocate(16).putLong(aad.length * 8L).putLong(cipher.length * 8L).array();
    BigInteger tag = ghash(hash, h, lengths).xor(number(block.apply(counter(nonce, 1))));
    return ByteBuffer.allocate(12 + cipher.length + 16)
        .put(nonce)
        .put(cipher)
        .put(bytes(tag))
        .array();
  }

  private static byte[] counter(byte[] nonce, int count) {
    return ByteBuffer.allocate(16).put(nonce).putInt(count).array();
  }

  private static BigInteger ghash(BigInteger start, BigInteger h, byte[] data) {
    BigInteger hash = start;
    for (int i = 0; i < data.length; i += 16) {
      hash = times(hash.xor(number(Arrays.copyOfRange(data, i, i + 16))), h);
    }
    return hash;
  }

  /** In GF(2^128), where the first bit of a block is the coefficient of the lowest power. */
  private static BigInteger times(BigInteger x, BigInteger y) {
    BigInteger reduction = BigInteger.valueOf(0xE1).shiftLeft(120);
    BigInteger product = BigInteger.ZERO;
    BigInteger shifted = y;
    for (int bit = 127; bit >= 0; bit--) {
      product = x.testBit(bit) ? product.xor(shifted) : product;
      boolean carry = shifted.testBit(0);
      shifted = shifted.shiftRight(1);
      shifted = carry ? shifted.xor(reduction) : shifted;
    }
    return product;
  }

  private static BigInteger number(byte[] block) {
    return new BigInteger(1, block);
  }

  private static byte[] bytes(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] block = new byte[16];
    int length = Math.min(16, bytes.length);
    System.arraycopy(bytes, bytes.length - length, block, 16 - length, length);
    return block;
  }

  private static UnaryOperator<byte[]> blockCipher(Suite suite, byte[] key) {
    BlockCipher cipher = suite == Suite.SM ? new SM4Engine() : AESEngine.newInstance();
    cipher.init(true, new KeyParameter(key));
    return in -> {
      byte[] out = new byte[16];
      cipher.processBlock(in, 0, out, 0);
      return out;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 1000})
  void gcmIsWhatTheStandardSays(int length) throws GeneralSecurityException {
    for (Suite suite : new Suite[] {Suite.SM, Suite.RSA}) {
      ContentCipher ours = suite.content();
      byte[] key = ours.freshKey(Cast.RANDOM);
      byte[] plain = new byte[length];
      Cast.RANDOM.nextBytes(plain);
      byte[] sealed = ours.seal(key, CONTEXT, plain, Cast.RANDOM);
      byte[] nonce = Arrays.copyOf(sealed, 12);
      assertThat(sealed).isEqualTo(gcm(blockCipher(suite, key), nonce, CONTEXT, plain));
      assertThat(ours.open(key, CONTEXT, sealed)).isEqualTo(plain);
    }
  }

  /** RFC 8998, appendix A.1: the published test vector of SM4-GCM. */
  @Test
  void sm4GcmIsWhatRfc8998Says() throws GeneralSecurityException {
    byte[] key = Hex.decode("0123456789ABCDEFFEDCBA9876543210");
    byte[] aad = Hex.decode("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
    byte[] sealed =
        Hex.decode(
            "00001234567800000000ABCD"
                + "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC");
    byte[] plain =
        Hex.decode(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
    assertThat(new Sm4Gcm().open(key, aad, sealed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource(names = {"SM", "RSA"})
  void anotherContextIsAnotherMessage(Suite suite) {
    ContentCipher cipher = suite.content();
    byte[] key = cipher.freshKey(Cast.RANDOM);
    byte[] sealed = cipher.seal(key, CONTEXT, new byte[100], Cast.RANDOM);
    byte[] other = "ST010".getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> cipher.open(key, other, sealed));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 12, 27})
  void lessThanANonceAndATagIsNoContent(int length) {
    for (Suite suite : new Suite[] {Suite.SM, Suite.RSA}) {
      ContentCipher cipher = suite.content();
      byte[] key = cipher.freshKey(Cast.RANDOM);
      assertThatExceptionOfType(GeneralSecurityException.class)
          .isThrownBy(() -> cipher.open(key, CONTEXT, new byte[length]));
    }
  }

  @Test
  void aLegacyKeyIsEightPrintableCharacters() {
    String key = new String(new DesEcb().freshKey(Cast.RANDOM), StandardCharsets.US_ASCII);
    assertThat(key).matches("[A-Za-z0-9]{8}");
  }
}
