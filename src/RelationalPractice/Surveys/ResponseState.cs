namespace RelationalPractice.Surveys;

public enum ResponseState
{
    New,
    Read,
    Withdrawn,
}
