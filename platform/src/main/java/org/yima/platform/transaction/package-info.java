/**
 * What every transaction of the interface has in common: who calls, how a handler is shaped, what
 * it may answer, and the one list of reasons for saying no. Handlers depend on this package; it
 * depends on no handler.
 */
package org.yima.platform.transaction;
