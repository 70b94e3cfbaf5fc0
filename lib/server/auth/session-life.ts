/** Days after which a person signs in again, whatever they did. */
export const SESSION_DAYS = 30;

/** Days without a request after which a session has ended by itself. */
export const IDLE_DAYS = 7;
