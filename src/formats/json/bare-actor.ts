export { bareActor, guessKind, idFromName } from '../../model/bare-actor';
