package org.yima.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.securitypkg.RsaPrivateOperation;

class NativeRsaKeyTest {
  @Property(tries = 60)
  void anyBlockGivesWhatTheJdkGives(@ForAll("sizes") int bits, @ForAll long seed) {
    RSAPrivateCrtKey key = Keys.ofBits(bits);
    byte[] block = Blocks.seeded(seed, key);

    assertThat(Native.key(bits).apply(block)).isEqualTo(jdk(key).apply(block));
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(Keys.SIZES);
  }

  @ParameterizedTest(name = "{0} bits, block {1}")
  @MethodSource
  void blocksAtTheEdgeGiveWhatTheJdkGives(int bits, String name, UnaryOperator<BigInteger> edge) {
    RSAPrivateCrtKey key = Keys.ofBits(bits);
    byte[] block = Blocks.of(edge.apply(key.getModulus()), key);

    byte[] result = Native.key(bits).apply(block);

    assertThat(result).isEqualTo(jdk(key).apply(block)).hasSize(bits / 8);
    assertThat(Blocks.undone(result, key)).isEqualTo(block);
  }

  static Stream<Arguments> blocksAtTheEdgeGiveWhatTheJdkGives() {
    return Keys.SIZES.stream()
        .flatMap(bits ->
            Stream.of(
                edge(bits, "0", n -> BigInteger.ZERO),
                edge(bits, "1", n -> BigInteger.ONE),
                edge(bits, "2", n -> BigInteger.TWO),
                edge(bits, "n - 1", n -> n.subtract(BigInteger.ONE))));
  }

  private static Arguments edge(int bits, String name, UnaryOperator<BigInteger> edge) {
    return arguments(bits, name, edge);
  }

  @Test
  void aBlockThatSharesAPrimeWithTheModulusHasAResultToo() {
    // The one kind of block for which blinding and CRT could go wrong.
    RSAPrivateCrtKey key = Keys.ofBits(2048);
    byte[] block = Blocks.of(key.getPrimeP(), key);

    assertThat(Native.key(2048).apply(block)).isEqualTo(jdk(key).apply(block));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void blocksOutsideTheRangeAreRefusedAsTheJdkRefusesThem(String name, byte[] block) {
    assertThatThrownBy(() -> Native.key(1024).apply(block))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("RSA private operation failed");
    assertThatThrownBy(() -> jdk(Keys.ofBits(1024)).apply(block))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("RSA private operation failed");
  }

  static Stream<Arguments> blocksOutsideTheRangeAreRefusedAsTheJdkRefusesThem() {
    RSAPrivateCrtKey key = Keys.ofBits(1024);
    byte[] highest = new byte[128];
    Arrays.fill(highest, (byte) 0xFF);
    return Stream.of(
        arguments("n", Blocks.of(key.getModulus(), key)),
        arguments("n + 1", Blocks.of(key.getModulus().add(BigInteger.ONE), key)),
        arguments("all bits set", highest),
        arguments("one byte too long", new byte[129]),
        arguments("twice as long", new byte[256]));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 64, 127})
  void shortBlocksAreRefused(int length) {
    // The JDK pads them with zeros in front; the port asks for whole blocks.
    assertThatThrownBy(() -> Native.key(1024).apply(new byte[length]))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("as long as the modulus");
  }

  @Test
  void theBlockIsLeftAsItWas() {
    byte[] block = Blocks.seeded(7, Keys.ofBits(1024));
    byte[] before = block.clone();

    Native.key(1024).apply(block);

    assertThat(block).isEqualTo(before);
  }

  @Test
  void oneKeyServesManyThreadsAtOnce() throws Exception {
    RSAPrivateCrtKey key = Keys.ofBits(2048);
    NativeRsaKey operation = Native.key(2048);
    List<Callable<Boolean>> jobs = new ArrayList<>();
    for (int thread = 0; thread < 200; thread++) {
      long first = thread * 10L;
      jobs.add(() -> isRightTenTimes(operation, key, first));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> job : threads.invokeAll(jobs)) {
        assertThat(job.get()).isTrue();
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it; it only mixes the threads more.
  private static boolean isRightTenTimes(NativeRsaKey operation, RSAPrivateCrtKey key, long first) {
    for (long seed = first; seed < first + 10; seed++) {
      byte[] block = Blocks.seeded(seed, key);
      if (!Arrays.equals(Blocks.undone(operation.apply(block), key), block)) {
        return false;
      }
      Thread.yield(); // Goes on on another carrier: nothing may hang on the native thread.
    }
    return true;
  }

  @Test
  void itsNameShowsNoKey() {
    assertThat(Native.key(2048)).hasToString("RSA key of 2048 bits in libcrypto");
  }

  private static RsaPrivateOperation jdk(RSAPrivateCrtKey key) {
    return RsaPrivateOperation.Factory.jdk().of(key);
  }
}
