package org.yima.platform.security;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The real library, except that what is made and what is freed goes past a counter. */
final class CountingLibrary implements SymbolLookup {
  private static final Map<String, FunctionDescriptor> COUNTED =
      Map.of(
          "EVP_PKEY_CTX_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS),
          "EVP_PKEY_CTX_free", FunctionDescriptor.ofVoid(ADDRESS),
          "EVP_PKEY_free", FunctionDescriptor.ofVoid(ADDRESS));

  private final SymbolLookup library;
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  CountingLibrary(SymbolLookup library) {
    this.library = library;
  }

  int calls(String function) {
    return counter(function).get();
  }

  private AtomicInteger counter(String function) {
    return calls.computeIfAbsent(function, name -> new AtomicInteger());
  }

  @Override
  public Optional<MemorySegment> find(String name) {
    FunctionDescriptor type = COUNTED.get(name);
    return type == null
        ? library.find(name)
        : library.find(name).map(function -> counting(function, type, counter(name)));
  }

  @SuppressWarnings("restricted") // Puts Java between libcrypto and its caller.
  private static MemorySegment counting(
      MemorySegment function, FunctionDescriptor type, AtomicInteger counter) {
    try {
      MethodHandle count =
          MethodHandles.lookup().bind(counter, "incrementAndGet", MethodType.methodType(int.class));
      MethodHandle real = Linker.nativeLinker().downcallHandle(function, type);
      MethodHandle both = MethodHandles.foldArguments(real, MethodHandles.dropReturn(count));
      return Linker.nativeLinker().upcallStub(both, type, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("every AtomicInteger counts", e);
    }
  }
}
