import type { LabelsOf } from './labels.js';

/** A word for each value that is met with scenarios. */
export interface ScenarioLabels {
  readonly scenarioStatus: LabelsOf<'ScenarioStatus'>;
  readonly visibility: LabelsOf<'Visibility'>;
  readonly goal: LabelsOf<'ScenarioGoal'>;
  readonly targetResult: LabelsOf<'ScenarioTargetResult'>;
  readonly rebaseOutcome: LabelsOf<'RebaseOutcome'>;
  readonly conflict: LabelsOf<'ConflictKind'>;
  readonly competenceScope: LabelsOf<'CompetenceScope'>;
  readonly consequence: LabelsOf<'ConsequenceKind'>;
  readonly neutral: LabelsOf<'Neutral'>;
  readonly missingReason: LabelsOf<'MissingReason'>;
  readonly holder: LabelsOf<'HolderKind'>;
}

export const scenarioLabelsSv: ScenarioLabels = {
  scenarioStatus: { OPEN: 'öppet', ADOPTED: 'antaget', ARCHIVED: 'arkiverat' },
  visibility: { OWNER: 'bara ägaren ser det', ORGANISATION: 'alla i organisationen ser det' },
  goal: {
    COST_NEUTRAL: 'Kostnadsneutralt',
    STAFF_NEUTRAL: 'Personalneutralt',
    MAX_LAYERS: 'Antal nivåer',
    SPAN: 'Enheter direkt under en',
    NO_SINGLE_CHILD_CHAINS: 'Ingen enhet med bara en under sig',
  },
  targetResult: { MET: 'uppnått', NOT_MET: 'inte uppnått', UNKNOWN: 'okänt' },
  rebaseOutcome: {
    CLEAN: 'som förut',
    CHANGED: 'blir annorlunda',
    DONE: 'redan gjort',
    DROPPED: 'tas bort',
    CONFLICT: 'passar inte',
  },
  conflict: {
    ALREADY_MERGED: 'Redan sammanslagen',
    BEFORE_BIRTH: 'Före enhetens första dag',
    CHANGE_AMENDED: 'Förändringen har ändrats',
    CODE_TAKEN: 'Koden är upptagen',
    CYCLE: 'Under sig själv',
    DEPENDS_ON_STEP: 'Bygger på ett steg som saknas',
    LATER_CHANGE: 'Hindrar en senare förändring',
    OTHER: 'Annat',
    PARENT_ENDED: 'Enheten ovanför har upphört',
    UNIT_ENDED: 'Enheten har upphört',
  },
  competenceScope: {
    ACROSS_BOARDS: 'över nämndgränser',
    ANY: 'alla förändringar',
    POLITICAL_BODY: 'rör ett politiskt organ',
    WITHIN_BOARD: 'inom en nämnd',
  },
  consequence: {
    ADMINISTRATION: 'annan förvaltning',
    POLITICAL_BODY: 'annan ansvarig nämnd',
    SUPERIOR: 'enheten ovanför',
  },
  neutral: { YES: 'ja', NO: 'nej', UNKNOWN: 'okänt' },
  missingReason: {
    DISAGREEING: 'uppgifterna säger emot varandra',
    NO_FIGURE: 'inga uppgifter finns för',
    NO_INDICATOR: 'inget nyckeltal mäter det',
    SHARE_UNKNOWN: 'hur stor del som går är inte känt',
  },
  holder: {
    ADMINISTRATION: 'en förvaltning',
    NONE: 'ingen',
    OUTSIDE: 'utanför förvaltningarna',
    UNKNOWN: 'okänt',
  },
};

export const scenarioLabelsEn: ScenarioLabels = {
  scenarioStatus: { OPEN: 'open', ADOPTED: 'adopted', ARCHIVED: 'archived' },
  visibility: { OWNER: 'only the owner sees it', ORGANISATION: 'everybody in the organisation sees it' },
  goal: {
    COST_NEUTRAL: 'Cost neutral',
    STAFF_NEUTRAL: 'Staff neutral',
    MAX_LAYERS: 'Number of layers',
    SPAN: 'Units directly under one',
    NO_SINGLE_CHILD_CHAINS: 'No unit with only one below',
  },
  targetResult: { MET: 'met', NOT_MET: 'not met', UNKNOWN: 'unknown' },
  rebaseOutcome: {
    CLEAN: 'as before',
    CHANGED: 'comes to something else',
    DONE: 'done already',
    DROPPED: 'left out',
    CONFLICT: 'does not fit',
  },
  conflict: {
    ALREADY_MERGED: 'Merged already',
    BEFORE_BIRTH: 'Before the first day of the unit',
    CHANGE_AMENDED: 'The change has been amended',
    CODE_TAKEN: 'The code is taken',
    CYCLE: 'Under itself',
    DEPENDS_ON_STEP: 'Builds on a step that is not there',
    LATER_CHANGE: 'In the way of a later change',
    OTHER: 'Something else',
    PARENT_ENDED: 'The unit above has ended',
    UNIT_ENDED: 'The unit has ended',
  },
  competenceScope: {
    ACROSS_BOARDS: 'across boards',
    ANY: 'any change',
    POLITICAL_BODY: 'about a political body',
    WITHIN_BOARD: 'within one board',
  },
  consequence: {
    ADMINISTRATION: 'another administration',
    POLITICAL_BODY: 'another board answers for it',
    SUPERIOR: 'the unit above',
  },
  neutral: { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' },
  missingReason: {
    DISAGREEING: 'what is recorded contradicts itself',
    NO_FIGURE: 'nothing is recorded for',
    NO_INDICATOR: 'no indicator measures it',
    SHARE_UNKNOWN: 'how much goes is not known',
  },
  holder: {
    ADMINISTRATION: 'an administration',
    NONE: 'nobody',
    OUTSIDE: 'outside the administrations',
    UNKNOWN: 'unknown',
  },
};
