package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;

/** The encodings of SM2 signatures and ciphertexts that other libraries write. */
class Sm2EncodingTest {
  private static final byte[] MESSAGE = "订单 990000".getBytes(StandardCharsets.UTF_8);
  private static final BigInteger N = Sm2Curve.DOMAIN.getN();

  private final CertifiedKey key = Cast.key(Cast.HIS, Suite.SM);
  private final PublicSide publicSide = key.certificate().key();
  private final PrivateSide privateSide =
      CertifiedKey.open(key.privateKey(), Cast.RANDOM, RsaPrivateOperation.Factory.jdk());

  @Test
  void aSignatureIsReadAsDerAndAsRawWords() throws IOException {
    byte[] der = privateSide.sign(Suite.SM, MESSAGE);
    BigInteger[] words = StandardDSAEncoding.INSTANCE.decode(N, der);
    byte[] raw = PlainDSAEncoding.INSTANCE.encode(N, words[0], words[1]);
    assertThat(der[0]).isEqualTo((byte) 0x30);
    assertThat(raw).hasSize(64);
    assertThat(publicSide.verifies(Suite.SM, MESSAGE, der)).isTrue();
    assertThat(publicSide.verifies(Suite.SM, MESSAGE, raw)).isTrue();
    raw[63] ^= 1;
    assertThat(publicSide.verifies(Suite.SM, MESSAGE, raw)).isFalse();
  }

  @Test
  void whatIsNoSignatureIsNotGood() {
    byte[] largest = new byte[64];
    Arrays.fill(largest, (byte) 0xFF);
    for (byte[] bytes : List.of(new byte[0], new byte[1], new byte[64], new byte[65], largest)) {
      assertThat(publicSide.verifies(Suite.SM, MESSAGE, bytes)).isFalse();
    }
  }

  @Test
  void aKeyIsReadFromTheSequenceAndFromBothConcatenations() {
    byte[] contentKey = new Sm4Gcm().freshKey(Cast.RANDOM);
    byte[] sequence = publicSide.wrap(Suite.SM, contentKey, Cast.RANDOM);
    byte[] prefixed = Sm2Encoding.c1c3c2(sequence, 16);
    byte[] bare = Arrays.copyOfRange(prefixed, 1, prefixed.length);
    assertThat(sequence[0]).isEqualTo((byte) 0x30);
    assertThat(bare).hasSize(112);
    for (byte[] wrapped : List.of(sequence, prefixed, bare)) {
      assertThat(privateSide.unwrap(Suite.SM, wrapped)).isEqualTo(contentKey);
    }
    assertThat(Sm2Encoding.sequence(prefixed)).isEqualTo(sequence);
  }

  @Test
  void whatIsNoKeyBecomesAnUnforeseeableOne() {
    byte[] sequence = publicSide.wrap(Suite.SM, new byte[16], Cast.RANDOM);
    byte[] longer = publicSide.wrap(Suite.SM, new byte[17], Cast.RANDOM);
    byte[] offCurve = Sm2Encoding.c1c3c2(sequence, 16);
    offCurve[40] ^= 1;
    byte[] infinity = new byte[112];
    byte[] emptySequence = {0x30, 0};
    for (byte[] wrapped :
        List.of(new byte[0], new byte[] {5, 0}, emptySequence, infinity, longer, offCurve)) {
      assertThat(privateSide.unwrap(Suite.SM, wrapped))
          .isEqualTo(privateSide.substitute(Suite.SM, wrapped));
    }
  }
}
