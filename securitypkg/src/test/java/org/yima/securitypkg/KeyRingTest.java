package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which key of a ring is used when, by whom, and by how many at once. */
class KeyRingTest {
  private static final byte[] MESSAGE = "消息".getBytes(StandardCharsets.UTF_8);

  /** Day on which one signs, and the key that signs: old until the new one begins. */
  @ParameterizedTest
  @CsvSource({"-400, none", "-300, old", "-1, old", "0, new", "9, new", "11, new", "400, none"})
  void theNewestValidKeySigns(int day, String expected) {
    CertifiedKey old = Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.BOTH, -300, 10);
    CertifiedKey recent = Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.BOTH, 0, 300);
    Scene scene = new Scene(Suite.SM);
    KeyRing ring = scene.ring(old, recent);
    scene.now = Cast.NOW.plus(java.time.Duration.ofDays(day));
    KeyRing.SigningKey key = ring.signingKey(Suite.SM);
    String used = key == null ? "none" : key.certid();
    String certid =
        expected.equals("old") ? old.certificate().certid() : recent.certificate().certid();
    assertThat(used).isEqualTo(expected.equals("none") ? "none" : certid);
  }

  @Test
  void aKeyForEncryptionAloneDoesNotSignAndOneForSigningDoesNotOpen() {
    Scene scene = new Scene(Suite.SM);
    CertifiedKey signing = Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.SIGN, -1, 1);
    CertifiedKey opening = Cast.key(Cast.HIS, KeyKind.SM2, KeyUse.ENCRYPT, -1, 1);
    assertThat(scene.ring(opening).signingKey(Suite.SM)).isNull();
    assertThat(scene.ring(signing).unwrap(Suite.SM, null, new byte[112])).isEmpty();
    KeyRing both = scene.ring(signing, opening);
    assertThat(Objects.requireNonNull(both.signingKey(Suite.SM)).certid())
        .isEqualTo(signing.certificate().certid());
    assertThat(both.unwrap(Suite.SM, null, new byte[112])).hasSize(1);
  }

  @Test
  void oneCandidateForEachKeyUnlessOneIsNamed() {
    Scene scene = new Scene(Suite.RSA);
    CertifiedKey first = Cast.key(Cast.PLATFORM, Suite.RSA);
    CertifiedKey second = Cast.key(Cast.STRANGER, Suite.RSA);
    KeyRing ring = scene.ring(first, second);
    byte[] contentKey = Suite.RSA.content().freshKey(Cast.RANDOM);
    byte[] wrapped = first.certificate().key().wrap(Suite.RSA, contentKey, Cast.RANDOM);
    assertThat(ring.unwrap(Suite.RSA, null, wrapped)).hasSize(2).contains(contentKey);
    assertThat(ring.unwrap(Suite.RSA, first.certificate().certid(), wrapped))
        .containsExactly(contentKey);
    assertThat(ring.unwrap(Suite.RSA, "1", wrapped)).isEmpty();
    assertThat(ring.unwrap(Suite.SM, null, wrapped)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "LEGACY"})
  void anotherRsaOperationMayBeUsed(Suite suite) {
    AtomicInteger count = new AtomicInteger();
    RsaPrivateOperation.Factory counting =
        key -> {
          RsaPrivateOperation jdk = RsaPrivateOperation.Factory.jdk().of(key);
          return block -> {
            assertThat(block).hasSize((key.getModulus().bitLength() + 7) / 8);
            count.incrementAndGet();
            return jdk.apply(block);
          };
        };
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    KeyRing ring =
        new KeyRingBuilder(new Scene(suite).clock(), Cast.RANDOM).rsa(counting).key(key).build();
    byte[] signature = Objects.requireNonNull(ring.signingKey(suite)).sign(suite, MESSAGE);
    assertThat(key.certificate().key().verifies(suite, MESSAGE, signature)).isTrue();
    byte[] contentKey = suite.content().freshKey(Cast.RANDOM);
    byte[] wrapped = key.certificate().key().wrap(suite, contentKey, Cast.RANDOM);
    assertThat(ring.unwrap(suite, null, wrapped)).containsExactly(contentKey);
    assertThat(count).hasValue(2);
  }

  /** More tasks than pooled signers and processors: nothing gets mixed up. */
  @ParameterizedTest
  @EnumSource(names = {"SM", "RSA"})
  void manyVirtualThreadsSignAndVerifyAtOnce(Suite suite)
      throws ExecutionException, InterruptedException {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    KeyRing.SigningKey signer = Objects.requireNonNull(new Scene(suite).his.signingKey(suite));
    PublicSide verifier = key.certificate().key();
    List<Future<Boolean>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        byte[] message = ("消息 " + i).getBytes(StandardCharsets.UTF_8);
        results.add(
            threads.submit(() ->
                verifier.verifies(suite, message, signer.sign(suite, message))
                    && !verifier.verifies(suite, MESSAGE, signer.sign(suite, message))));
      }
    }
    for (Future<Boolean> result : results) {
      assertThat(result.get()).isTrue();
    }
  }

  @Test
  void aPoolHandsOutEachWorkerToOneAtATimeAndKeepsFew() {
    AtomicInteger made = new AtomicInteger();
    Pool<Integer> pool = new Pool<>(made::incrementAndGet);
    Integer first = pool.borrow();
    Integer second = pool.borrow();
    assertThat(first).isNotEqualTo(second);
    pool.giveBack(first);
    assertThat(pool.borrow()).isEqualTo(first);
    for (int i = 0; i < 10_000; i++) {
      pool.giveBack(i);
    }
    int kept = 0;
    while (pool.borrow() < 10_000 && made.get() == 2) {
      kept++;
    }
    assertThat(kept).isEqualTo(2 * Runtime.getRuntime().availableProcessors());
  }
}
