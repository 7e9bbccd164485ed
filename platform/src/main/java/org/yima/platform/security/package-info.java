/**
 * Faster private keys: RSA by the system's libcrypto where there is one. Chosen once, at start, and
 * logged.
 */
package org.yima.platform.security;
