/**
 * Electronic credentials (医保电子凭证): codes that a channel app shows, tokens that decoding gives, and
 * the checks that both belong to one person. Codes and tokens are stored as digests alone. Codes
 * are decoded by the built-in service or, over HTTP, by the national one; who asks need not know
 * which.
 */
package org.yima.platform.credential;
