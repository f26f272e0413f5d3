namespace RelationalPractice.Surveys;

public enum Audience
{
    ParentCarer,
    YoungPerson,
}
